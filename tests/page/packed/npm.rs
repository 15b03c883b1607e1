//! The npm package: what is in it, and its types.

use std::fs;
use std::path::Path;
use std::process::Command;

use irozuku_tools::{npm, pack, workspace};
use serde_json::Value;

use super::{folder, node, packed};

/// Somebody who uses the package.
const CONSUMER: &str = r"
import { IrozukuDemo, type IrozukuDemoAttributes, type State, type StateChange, type Summary } from 'irozuku';

const demo: IrozukuDemo = document.querySelector('irozuku-demo') ?? document.createElement('irozuku-demo');
const change: StateChange = { color: [233, 63, 127], settings: { seed: 7 } };
export async function lead(): Promise<Summary> {
    await demo.ready;
    demo.state = change;
    demo.stop = Math.min(3, demo.stops - 1);
    // As a framework sets them.
    Object.assign(demo, { step: 3 } satisfies IrozukuDemoAttributes);
    demo.state = '#seed=7';
    [demo.color, demo.seed, demo.at, demo.scene, demo.fill] = ['#fff', 7, 'relu1', 'forward', false];
    demo.step = null;
    const stands: [number, number, string] = [demo.step, demo.seed, demo.color];
    demo.data = [{ r: 1, g: 2, b: 3, label: 'a' }, ...demo.data];
    const state: State = demo.state;
    const [{ label, probabilities }] = await demo.predict([state.color]);
    const parts: number[] = demo.explain('softmax.dx[0,2]').terms.map(({ part }) => part + probabilities[0] + label.length);
    demo.addEventListener('statechange', ({ detail }) => console.log(detail.at, parts, stands));
    // @ts-expect-error: there is no such scene
    demo.state = { scene: 'sideways' };
    return demo.train(500);
}
";
/// The types that are written by hand, against those of the element itself.
const AGREEMENT: &str = r"
import { IrozukuDemo as Declared } from 'irozuku';
import { IrozukuDemo as Real } from 'REAL';

export const element: new () => Declared = Real;
type Own<T> = Exclude<keyof T, keyof HTMLElement | 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback'>;
// Each names all that the other has.
export const undeclared: Exclude<Own<Real>, Own<Declared>> extends never ? true : Exclude<Own<Real>, Own<Declared>> = true;
export const keys: Exclude<keyof Real['state'], keyof Declared['state']> extends never ? true : Exclude<keyof Real['state'], keyof Declared['state']> = true;
";

#[test]
fn the_npm_package_is_clean_and_has_the_version_of_the_workspace() {
    let package = packed().join(pack::npm::FOLDER);
    let output = Command::new(npm::npm().expect("npm is there: packing needs it, too"))
        .args(["pack", "--dry-run", "--json", "--loglevel=warn"])
        .current_dir(&package)
        .output()
        .expect("npm can be started");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaints.is_empty(), "{complaints}");
    let told: Value = serde_json::from_slice(&output.stdout).expect("npm answers in JSON");
    let told = if told.is_array() {
        &told[0]
    } else {
        told.as_object().and_then(|all| all.values().next()).expect("one package")
    };
    assert_eq!(
        (told["name"].as_str(), told["version"].as_str()),
        (Some("irozuku"), Some(env!("CARGO_PKG_VERSION")))
    );
    let mut names: Vec<&str> =
        told["files"].as_array().into_iter().flatten().filter_map(|file| file["path"].as_str()).collect();
    names.sort_unstable();
    let mut there: Vec<String> = fs::read_dir(&package)
        .expect("it has been packed")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    there.sort_unstable();
    assert_eq!(names, there);
}

#[test]
fn the_types_of_the_npm_package_are_those_of_the_element() {
    let folder = folder("consumer");
    let _ = fs::remove_dir_all(&folder);
    let installed = folder.join("node_modules/irozuku");
    fs::create_dir_all(&installed).expect("the folder of the tests can be written to");
    for entry in fs::read_dir(packed().join(pack::npm::FOLDER)).expect("it has been packed").flatten() {
        fs::copy(entry.path(), installed.join(entry.file_name())).expect("it can be copied");
    }
    let element = workspace::page().join("irozuku-demo.js");
    let element = element.display().to_string().replace('\\', "/");
    fs::write(folder.join("consumer.ts"), CONSUMER).expect("it can be written");
    fs::write(folder.join("agreement.ts"), AGREEMENT.replace("REAL", &element)).expect("it can be written");
    // As a project without our settings has it, also where a module is asked for as Node.js does.
    compile(&folder, &["--module", "es2022", "--moduleResolution", "bundler", "consumer.ts"]);
    compile(&folder, &["--module", "nodenext", "--moduleResolution", "nodenext", "consumer.ts"]);
    compile(&folder, &["--allowJs", "--module", "es2022", "--moduleResolution", "bundler", "agreement.ts"]);
}

#[test]
fn the_package_can_be_imported_where_there_is_no_page_and_defines_nothing_there() {
    let told = node(
        "const [{ IrozukuDemo }, { default: plugin }] = await Promise.all([import('./irozuku.js'), import('./irozuku-reveal.js')]);
        console.log(typeof IrozukuDemo, IrozukuDemo.observedAttributes.includes('step'), typeof plugin, 'customElements' in globalThis, 'document' in globalThis)",
        &packed().join(pack::npm::FOLDER),
    );
    assert_eq!(told, "function true function false false");
}

/// Has TypeScript check files as strictly as it can.
#[track_caller]
fn compile(folder: &Path, arguments: &[&str]) {
    let output = Command::new("node")
        .arg(npm::type_checker())
        .args([
            "--strict",
            "--noEmit",
            "--target",
            "es2023",
            "--lib",
            "es2023,esnext.disposable,dom,dom.iterable",
            "--types",
            "",
        ])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("Node.js is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
