//! The packed files themselves: whole, the same each time, and without a trace of where they were made.

use std::fs;
use std::path::{Path, PathBuf};

use irozuku_tools::{pack, workspace};

use super::{folder, node, packed};

/// All files in a folder, by their paths from it.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner).expect("the folder is there").flatten() {
            if entry.path().is_dir() { open.push(entry.path()) } else { found.push(entry.path()) }
        }
    }
    found.sort();
    found.iter().map(|file| file.strip_prefix(folder).expect("it is in it").to_owned()).collect()
}

#[test]
fn packing_again_gives_the_same_bytes_and_no_file_tells_where_it_was_made() {
    let again = folder("packed-again");
    pack::write(&again).expect("the page can be packed twice");
    let files = all(packed());
    assert_eq!(all(&again), files);
    // Where this repository is, and where cargo keeps the sources of others.
    let places = [workspace::root().display().to_string(), "registry/src".to_owned()];
    for file in files {
        let bytes = fs::read(packed().join(&file)).expect("it is there");
        assert!(
            bytes == fs::read(again.join(&file)).expect("it is there, too"),
            "{} differs",
            file.display()
        );
        for place in &places {
            let told = bytes.windows(place.len()).any(|window| window == place.as_bytes());
            assert!(!told, "{} tells of {place}", file.display());
        }
    }
}

#[test]
fn what_is_compressed_beside_a_file_of_the_site_is_that_file_and_all_that_it_names_is_there() {
    let counted = node(
        r"import { readFileSync, readdirSync } from 'node:fs';
        import { createHash } from 'node:crypto';
        import { brotliDecompressSync, gunzipSync } from 'node:zlib';
        const names = readdirSync('.');
        const plain = names.filter((name) => !/\.(br|gz|png|txt)$/.test(name));
        for (const name of plain) {
            const content = readFileSync(name);
            for (const [end, open] of [['br', brotliDecompressSync], ['gz', gunzipSync]])
                if (!open(readFileSync(`${name}.${end}`)).equals(content)) throw new Error(`${name}.${end} is another file`);
        }
        const text = (name) => readFileSync(name, 'utf8');
        const named = [...text('index.html').matchAll(/(?:href|src)=.([^'\x22]+)/g)].map(([, name]) => name);
        named.push(...JSON.parse(text('manifest.webmanifest')).icons.map(({ src }) => src));
        const kept = JSON.parse(/\[\[.*?\]\]/.exec(text('sw.js'))[0]).map(([address, fingerprint]) => {
            const name = address === './' ? 'index.html' : address;
            const found = `sha256-${createHash('sha256').update(readFileSync(name)).digest('base64')}`;
            if (fingerprint !== found) throw new Error(`${name} has another fingerprint`);
            return name;
        });
        const missing = [...named, ...kept].filter((name) => !names.includes(name));
        // All is kept for the time without a network, but what keeps it.
        const left = names.filter((name) => !/\.(br|gz|txt)$/.test(name) && !kept.includes(name) && name !== 'sw.js');
        console.log(JSON.stringify([named.length >= 9, missing, left]));",
        &packed().join("irozuku"),
    );
    assert_eq!(counted, "[true,[],[]]");
}

#[test]
fn bytes_of_any_length_come_back_from_their_text() {
    // Noise has every byte in every place.
    let lengths = (0..40).chain([997, 4096, 65_537]);
    let inputs: Vec<Vec<u8>> = lengths.map(noise).collect();
    come_back("seven", "decoded(packed)", &inputs, pack::seven::encode);
}

#[test]
fn bytes_of_any_kind_come_back_from_their_archive() {
    let sources = [include_str!("files.rs"), include_str!("../../../Cargo.lock")].concat().into_bytes();
    let mut mixed = [noise(5000), sources.clone(), noise(300), sources.clone()].concat();
    mixed.extend(mixed.clone());
    let steps = (0..70_000_u32).flat_map(u32::to_le_bytes).collect();
    let inputs =
        [vec![], vec![7], noise(100_000), vec![0; 100_000], b"abcabcabcd".repeat(999), sources, mixed, steps];
    // The archive tells how long it is in front of it.
    come_back(
        "lzma",
        "unpacked(packed.subarray(4), new DataView(packed.buffer).getUint32(0))",
        &inputs,
        |bytes| {
            let length = u32::try_from(bytes.len()).expect("it is short").to_be_bytes();
            [&length[..], &pack::compress::lzma(bytes).expect("it can be packed")].concat()
        },
    );
}

/// Bytes that follow no rule, the same each time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(next).collect()
}

/// Asserts that what `encode` makes of each input is read by a module of the page's loader as that input again. `decode` is
/// how, in JavaScript, from the bytes `packed` or, as text, from `packed` itself.
fn come_back<B: AsRef<[u8]>>(module: &str, decode: &str, inputs: &[Vec<u8>], encode: impl Fn(&[u8]) -> B) {
    let folder = folder(module);
    fs::create_dir_all(&folder).expect("the folder of the tests can be written to");
    let decoder = workspace::root().join(format!("tools/src/pack/page/{module}.js"));
    fs::copy(decoder, folder.join("decoder.mjs")).expect("the decoder is there");
    for (i, bytes) in inputs.iter().enumerate() {
        fs::write(folder.join(format!("{i}.bytes")), bytes).expect("it can be written");
        fs::write(folder.join(format!("{i}.packed")), encode(bytes)).expect("it can be written");
    }
    let (name, _) = decode.split_once('(').expect("it is a call");
    let text = if module == "seven" { "'utf8'" } else { "null" };
    let wrong = node(
        &format!(
            "import {{ readFileSync }} from 'node:fs';
            import {{ {name} }} from './decoder.mjs';
            const isWrong = (i) => {{
                const read = readFileSync(`${{i}}.packed`, {text});
                const packed = typeof read === 'string' ? read : new Uint8Array(read);
                const [found, wanted] = [Buffer.from({decode}), readFileSync(`${{i}}.bytes`)];
                // A 0 may follow.
                return found.length > wanted.length + 1 || !found.subarray(0, wanted.length).equals(wanted);
            }};
            console.log(JSON.stringify([...Array({}).keys()].filter(isWrong)));",
            inputs.len()
        ),
        &folder,
    );
    assert_eq!(wrong, "[]");
}
