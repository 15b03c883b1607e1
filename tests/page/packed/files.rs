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
    let decoder = workspace::root().join("tools/src/pack/page/base91.js");
    // Each text is read as the page's loader reads it.
    let lengths: Vec<usize> = (0..40).chain([997, 4096, 65_537]).collect();
    let folder = folder("base91");
    fs::create_dir_all(&folder).expect("the folder of the tests can be written to");
    fs::copy(decoder, folder.join("base91.mjs")).expect("the decoder is there");
    let mut state = 1_u32;
    for length in &lengths {
        let bytes: Vec<u8> = (0..*length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        fs::write(folder.join(format!("{length}.bytes")), &bytes).expect("it can be written");
        fs::write(folder.join(format!("{length}.text")), pack::base91::encode(&bytes))
            .expect("it can be written");
    }
    let wrong = node(
        &format!(
            "import {{ readFileSync }} from 'node:fs';
            import {{ decoded }} from './base91.mjs';
            const wrong = {lengths:?}.filter((length) =>
                !Buffer.from(decoded(readFileSync(`${{length}}.text`, 'latin1'))).equals(readFileSync(`${{length}}.bytes`)));
            console.log(JSON.stringify(wrong));"
        ),
        &folder,
    );
    assert_eq!(wrong, "[]");
}
