//! Irozuku: a small neural network that learns to name colours, and can show every number it used.
//!
//! This page is the table of contents. Data flows one way, and so do the imports:
//!
//! ```text
//! data ─► network (layers) ─► tape ─► pass ─► run ─► lab ─► wasm ─► the page
//! ```
//!
//! - [`layer`]: Affine, ReLU, Softmax with cross-entropy: forward and backward side by side, one kind a file. A kind
//!   declares the [`name`]s of its tensors and says by a [`recipe`] how it makes each number.
//! - [`kernel`]: the products of a layer with weights, where nearly all the time goes.
//! - [`network`]: named layers in order, and how their first weights are drawn ([`init`]).
//! - [`tape`]: the working memory of one forward and backward.
//! - [`pass`]: the finished record of one forward, backward and update, read by [`address`].
//! - [`explain`]: how one number of a pass came about, with the [`source`] that computed it.
//! - [`maps`]: what each node sees, as pictures of colours.
//! - [`wheel`]: which class each hue and saturation gets at one brightness.
//! - [`trainer`]: updates, and any earlier step again ([`history`], [`stretch`]).
//! - [`run`]: a trainer that is measured at steps chosen by number ([`evaluation`], [`gauge`], [`curve`],
//!   [`summary`]).
//! - [`neuron`]: one neuron with weights set by hand, for the lesson.
//! - [`diagnosis`]: what is wrong with a network, told by its numbers.
//! - [`exciting`]: what the channels of a Convolution see.
//! - [`data`]: the sets of colours, their labels, and how a colour becomes the network's input.
//! - [`lab`]: all of it on one table, as the page uses it; [`settings`] says how it is laid out, [`scope`] what a
//!   pass is made of.
//! - [`deadline`]: a time limit for many small things.
//! - [`qr`]: the page's link as a QR code.
//! - [`facts`]: limits and names that the page has to know before the core has loaded.
//! - [`problem`]: everything that can be wrong with what a caller asked for.
//!
//! Nothing here knows a browser, a clock or a file, except `wasm`, which exists only on wasm32.

pub mod address;
pub mod batch;
mod cached;
pub mod curve;
pub mod data;
pub mod deadline;
pub mod decimal;
pub mod diagnosis;
pub mod evaluation;
pub mod exciting;
pub mod explain;
pub mod facts;
pub mod gauge;
pub mod history;
pub mod init;
pub mod kernel;
pub mod lab;
pub mod layer;
pub mod maps;
pub mod name;
pub mod network;
pub mod neuron;
pub mod pass;
pub mod problem;
pub mod qr;
pub mod random;
pub mod recipe;
pub mod run;
pub mod scalar;
pub mod scope;
pub mod settings;
pub mod sgd;
pub mod source;
pub mod stretch;
pub mod summary;
pub mod tape;
pub mod trainer;
pub mod wheel;

#[cfg(target_arch = "wasm32")]
mod wasm;
