//! The command line: what can be asked for, and what happens then.

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::Command;

use clap::{Args, Parser, Subcommand};

use crate::failure::Result;
use crate::serve::{Limits, listen};
use crate::{bench, build, check, desktop, hold, pack, room, serve, workspace};

/// Build the page, serve it and open it in the browser
#[derive(Parser)]
#[command(bin_name = "cargo run --", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Task>,
    #[command(flatten)]
    serving: Serving,
}

#[derive(Subcommand)]
enum Task {
    /// Build the page only
    Build,
    /// Pack the page: as one file, as a site that works offline, as an element for other pages
    Pack {
        /// The folder for the packed files; one with anything else in it is left alone
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Run a program until standard input ends; for the tests, whose browsers end with them
    #[command(hide = true)]
    Hold {
        /// A folder to remove afterwards
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
        /// The program, with its arguments
        #[arg(last = true, required = true)]
        program: Vec<OsString>,
    },
    /// Measure the training step beside other programs' and what the page costs, in a real browser
    Bench {
        /// Measure this part only
        part: Option<bench::Part>,
        /// How long the page trains while its memory is measured
        #[arg(default_value_t = bench::MINUTES)]
        minutes: f64,
    },
    /// Look for minutes for something made up that is read wrong: links, tables, messages, settings
    Fuzz {
        /// How long to look in what JavaScript reads, and again in what Rust reads
        #[arg(default_value_t = 10.0)]
        minutes: f64,
    },
    /// Let a monkey play with the page for minutes in a real browser: nothing may break, and nothing may grow
    Soak {
        /// How long it plays
        #[arg(default_value_t = 30.0)]
        minutes: f64,
        /// What it does follows from this number
        #[arg(default_value_t = 1)]
        seed: u64,
    },
    /// Put faults into the code, one at a time, and list those that no test finds; takes hours
    Mutants {
        /// Put them only there
        part: Option<check::mutants::Part>,
        /// Of the core's faults only this part of all, as 0/20
        #[arg(long, value_name = "K/N")]
        shard: Option<String>,
    },
    /// List the licences of all packages, and check them, their sources, duplicates and known faults
    Supply,
    /// Check everything: formatting, lints, types, and all tests, in a real browser too
    Test {
        /// Run only the tests whose name contains this, and no other checks
        filter: Option<String>,
        /// Also run the slow tests in the frameworks, decks and bundlers of others, which are installed for that
        #[arg(long)]
        hosts: bool,
        /// Also run the tests of a room on several servers, for which a NATS server is installed
        #[arg(long)]
        room: bool,
        /// Also run the page in Firefox and WebKit, which are installed for that
        #[arg(long)]
        engines: bool,
    },
}

#[derive(Args)]
struct Serving {
    /// The port to serve the page on; if it is taken, the next free one
    #[arg(long, default_value_t = 8016, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    /// Let the other devices in the local network open the page, follow, answer and vote; shows a QR code
    #[arg(long)]
    lan: bool,
    /// With --lan: the lecturer's key, at least eight letters and digits; without this a new one is made at each start
    #[arg(long, value_name = "TEXT", requires = "lan")]
    key: Option<String>,
    /// With --lan: the address under which others open the page where something stands before this server
    #[arg(long, value_name = "URL", requires = "lan")]
    public: Option<String>,
    /// With --lan: share the room with other servers over this NATS server, as nats://127.0.0.1:4222
    #[arg(long, value_name = "URL", requires_all = ["lan", "key"])]
    nats: Option<String>,
}

/// Does what the command line asks for.
pub fn run() -> Result<()> {
    let cli = Cli::parse();
    match cli.command {
        None => cli.serving.start(),
        Some(Task::Build) => {
            build::build()?;
            println!("The page is built.");
            Ok(())
        }
        Some(Task::Hold { folder, program }) => hold::hold(&program, folder.as_deref()),
        Some(Task::Pack { out }) => pack::pack(&out.unwrap_or_else(workspace::packed)),
        Some(Task::Bench { part, minutes }) => bench::bench(part, minutes),
        Some(Task::Mutants { part, shard }) => check::mutants::mutants(part, shard.as_deref()),
        Some(Task::Supply) => check::supply::supply(),
        Some(Task::Fuzz { minutes }) => check::fuzz::fuzz(minutes),
        Some(Task::Soak { minutes, seed }) => check::soak::soak(minutes, seed),
        Some(Task::Test { filter, hosts, room, engines }) => {
            check::check(filter.as_deref(), check::Extra { hosts, room, engines })
        }
    }
}

impl Serving {
    fn start(&self) -> Result<()> {
        build::build()?;
        if self.lan {
            return room::become_program(&mut self.room()?);
        }
        let (listener, port) = listen::listen(IpAddr::V4(Ipv4Addr::LOCALHOST), self.port)?;
        if port != self.port {
            println!("Port {} is taken, so this is on port {port}.", self.port);
        }
        let url = format!("http://127.0.0.1:{port}/");
        println!("The page is at {url}");
        println!("Press Ctrl+C to stop.");
        if !self.no_open {
            desktop::open(&url);
        }
        serve::serve(listener, serve::router(&workspace::page()), Limits::default())
    }

    /// The room's server, with what it has to know.
    fn room(&self) -> Result<Command> {
        let folder = room::folder();
        let mut command = Command::new(room::compile(
            if self.nats.is_some() { &["--features", "nats"] } else { &[] },
            &[],
        )?);
        command.arg("--folder").arg(folder).args(["--port", &self.port.to_string()]);
        if self.no_open {
            command.arg("--no-open");
        }
        for (name, value) in [("--key", &self.key), ("--public", &self.public), ("--nats", &self.nats)] {
            if let Some(value) = value {
                command.args([name, value]);
            }
        }
        Ok(command)
    }
}
