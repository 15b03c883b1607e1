// The types of <irozuku-demo>.

/** What of the page is shown: all of it, or a scene by itself. */
export type Scene = 'whole' | 'forward' | 'backward' | 'one-layer' | 'kernel' | 'colours' | 'loss' | 'neuron' | 'cube';
/** What there is to press: nothing, only on and back, or all there is. */
export type Controls = 'none' | 'step' | 'full';
/** A colour, 0 to 255 each. */
export type RGB = [number, number, number];

/** How the network is made, and how it learns. */
export interface Settings {
  /** The widths of the hidden layers. */
  hidden: number[];
  /** The hidden layers one by one, in the place of `hidden`: `[{ kind: 'affine', nodes: 50 }, { kind: 'relu' }]`. */
  layers?: { kind: string; nodes?: number }[];
  learningRate: number;
  batch: number | 'full';
  init: { kind: 'zeros' | 'gaussian' | 'he'; std?: number };
  input: 'raw' | 'scaled' | 'standardised';
  seed: number;
  /** The name of a data set: `dominant`, `named`, `vivid`, `own`, `patterns`. */
  data: string;
  /** How many colours to learn from, and to test with. */
  train: number;
  test: number;
  /** First weights that are given: the base64url of all weights and biases, layer by layer, as little-endian float32. Empty where they are drawn. */
  weights: string;
}

/** Where the learner stands. The same is in an address that `link()` gives. */
export interface State {
  lang: 'ja' | 'en';
  theme: 'auto' | 'light' | 'dark' | 'projector';
  /** The picked colour. */
  color: RGB;
  /** The teacher's class for it; null: by the rule of the data set. */
  label: number | null;
  /** Whether a pass is of the picked colour or of the training batch. */
  scope: 'one' | 'batch';
  /** Whether the update of a pass of the picked colour learns from the batch, or from that colour alone. */
  update: 'all' | 'one';
  /** The row of the batch on display. */
  row: number;
  /** The place in the walk: `forward:affine1`, `backward:relu3`, `update`. */
  at: string;
  /** The address of the selected number. */
  selected: string | null;
  /** How many updates have been made. */
  step: number;
  /** How the step was reached, where the settings alone do not tell. */
  moves: string;
  speed: 'slow' | 'normal' | 'fast';
  room: 'network' | 'colours' | 'experiments';
  /** Saturation of the pictures of what the nodes see, percent. */
  slice: number;
  /** Whether the nodes always show those pictures. */
  maps: boolean;
  /** Colours that the trained network has named wrong, `[r, g, b]` each; at most 24. */
  catches: [number, number, number][];
  /** The learner's own colours: the names of the classes, and seven characters for each colour. */
  own: { classes: string[]; colours: string };
  /** The learner's own pictures, by the name of their data set: for each the digit of its class and its bytes in base64url, joined by points. */
  drawn: Record<string, string>;
  /** Whether the loss axis is logarithmic. */
  log: boolean;
  /** The step of the lesson that is open; empty where none is. */
  lesson: string;
  /** The chosen chapters of the lesson, with points between them; empty for all. */
  chapters: string;
  /** Whether the lesson is shown to a room. */
  present: boolean;
  scene: Scene;
  controls: Controls;
  /** Which layer the scene of one layer, or of a kernel, shows. */
  layer: string;
  /** Weights and bias of the neuron that is set by hand. */
  neuron: [number, number, number, number];
  /** The nine weights of the kernel that is set by hand, each 0, 1 or −1. */
  kernel: readonly number[];
  /** Which neurons of the hidden layer with ready-made weights are connected, a bit each. */
  planes: number;
  /** How far the number of the tiny network is nudged that is learned by hand. */
  nudged: number;
  /** The picture on display, where the data are pictures: its number among them, or its bytes in base64url; empty for the first. */
  picture: string;
  settings: Settings;
}

/** A part of a state; what is left out stays as it is. */
export type StateChange = Partial<Omit<State, 'settings'>> & { settings?: Partial<Settings> };

/** Where training stands. There is no loss and no accuracy where there are no colours. */
export interface Summary {
  step: number;
  trainLoss: number | undefined;
  testLoss: number | undefined;
  trainAccuracy: number | undefined;
  testAccuracy: number | undefined;
  /** How many training and how many test colours these are of, where measuring all would take too long. */
  sampled: [number, number] | undefined;
  /** The step at which training diverged, if it did. */
  diverged: number | undefined;
}

/** A colour with its class. */
export interface Labelled {
  r: number;
  g: number;
  b: number;
  label: string;
}

/** A picture: all its numbers, 0 to 255, channel after channel, row after row. */
export interface LabelledPicture {
  picture: Uint8Array;
  label: string;
}

/** What a column of a table is. */
export type TableRole = 'red' | 'green' | 'blue' | 'colour' | 'label' | 'name' | 'alpha' | 'ignored';
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp' | 'windows-1252';

/** What of a table is decided beforehand; the rest is found. */
export interface TableOptions {
  encoding?: TableEncoding;
  /** What each column is. */
  columns?: TableRole[];
  /** The range of the channels: 0 to 255, 0 to 1, 0 to 100. */
  range?: 'byte' | 'unit' | 'percent';
}

/** A table that was read. */
export interface Table {
  /** All colours that can be used; empty where something has to be decided first, which `problems` tells. */
  data: Labelled[];
  classes: { label: string; count: number }[];
  columns: { heading: string; role: TableRole }[];
  /** The encoding of a file; null for a text. */
  encoding: TableEncoding | null;
  /** What can't be used and why, in the language of the element; line 0 stands for the table as a whole. */
  problems: { line: number; reason: string }[];
}

/** How a number came about. */
export interface Explanation {
  address: string;
  value: number;
  operation: 'sum' | 'copy' | 'gate' | 'atMostZero' | 'max' | 'place' | 'at' | 'softmax' | 'minusLog' | 'given';
  /** In words, in the language of the element. */
  sentence: string;
  /** In a sum, the parts add up to `value`. */
  terms: { part: number; factors: { address: string | null; name: string; value: number }[] }[];
  /** The line of NumPy, and the Rust that ran. */
  code: { numpy: string; file: string; line: number; text: string; first: number; function: string[] };
}

/** What can be set as an attribute, and as a property of the same name and meaning. Nothing takes a value away. */
export interface IrozukuDemoAttributes {
  scene?: Scene | null;
  controls?: Controls | null;
  /** A place of the walk (`backward:relu3`), a layer (`affine2`) or a number (`affine1.out[0,7]`). */
  at?: string | null;
  /** The picked colour: `#e93f7f`, `233, 63, 127` or `[233, 63, 127]`. */
  color?: string | RGB | null;
  seed?: number | string | null;
  /** How many updates have been made. */
  step?: number | string | null;
  lang?: State['lang'] | null;
  theme?: State['theme'] | null;
  /** A step of the lesson: `forward.softmax`. */
  chapter?: string | null;
  /** The text of a link; as a property also a part of a state. */
  state?: string | StateChange | null;
  /** The element fills the window. */
  fill?: boolean | '';
}

/** A small neural network that learns to name colours, to be walked through and opened down to any number. */
export class IrozukuDemo extends HTMLElement {
  /** Settled when the element can be used; rejected where its core could not be loaded. */
  readonly ready: Promise<unknown>;
  /** A copy of the state; a part of one, or the text of a link, can be set. What is wrong in it is told to the reader, not thrown. */
  get state(): State;
  set state(given: StateChange | string | null | undefined);
  get scene(): Scene;
  set scene(value: IrozukuDemoAttributes['scene']);
  get controls(): Controls;
  set controls(value: IrozukuDemoAttributes['controls']);
  /** The place in the walk; a layer or the address of a number can be set, too. */
  get at(): string;
  set at(value: IrozukuDemoAttributes['at']);
  /** The picked colour, as `#e93f7f`. */
  get color(): string;
  set color(value: IrozukuDemoAttributes['color']);
  get seed(): number;
  set seed(value: IrozukuDemoAttributes['seed']);
  /** How many updates have been made; setting it goes there. */
  get step(): number;
  set step(value: IrozukuDemoAttributes['step']);
  get theme(): State['theme'];
  set theme(value: IrozukuDemoAttributes['theme']);
  /** The step of the lesson that is open; empty where none is. */
  get chapter(): string;
  set chapter(value: IrozukuDemoAttributes['chapter']);
  /** Whether the element fills the window. */
  get fill(): boolean;
  set fill(value: IrozukuDemoAttributes['fill']);
  /**
   * The colours in force; those that are set are the learner's own, and learning begins anew. Where the data are pictures, each
   * has `picture` and `label`, and neither `r`, `g` nor `b`.
   */
  get data(): (Labelled & Partial<LabelledPicture>)[];
  set data(given: Labelled[]);
  /** How many stops the walk of the scene has; at least one. */
  readonly stops: number;
  /** On which of them it stands, from 0. */
  stop: number;

  /** One stop on, and one back. */
  forward(): void;
  back(): void;
  /** The address of the number that the stage shows at a point of the window, as an event has it; null where there is none. */
  addressAt(clientX: number, clientY: number): string | null;
  /** Begins again with the same seed. */
  reset(): void;
  /** Ends what is under way. */
  rest(): void;
  /** Draws what has changed out of sight, for a picture or for paper. */
  draw(): void;
  /** Trains for so many updates. Rejected where the element is taken out of its page before the end. */
  train(steps: number): Promise<Summary>;
  /** Goes to a training step: exactly where this run has been there, else on by training. */
  goto(step: number): Promise<Summary>;
  /** Reads a table of colours, such as CSV or JSON, in any usual form and encoding. Changes nothing. */
  readTable(table: string | ArrayBuffer | ArrayBufferView, options?: TableOptions): Promise<Table>;
  /** The network's answers to `[[r, g, b], …]`, or to pictures, with its present weights; probabilities are in the order of the classes. */
  predict(inputs: ArrayLike<number>[]): Promise<{ label: string; probabilities: number[] }[]>;
  /** The address of the page as it is now, but for what is given. Throws where something of that is not allowed in a state. */
  link(but?: StateChange): string;
  /** One number of the pass: `value('affine1.out[0,7]')`. */
  value(address: string): number;
  /** A tensor of the pass or a part of it, in row order: `tensor('affine2.w')`. */
  tensor(address: string): { shape: number[]; data: Float32Array };
  /** How a number of the pass came about. */
  explain(address: string): Explanation;
  /** Tells the reader that there is a new version of the page around the element, with a button that loads it. */
  notify(code: 'updated', act: () => void): void;

  addEventListener<K extends keyof IrozukuDemoEventMap>(type: K, listener: (this: IrozukuDemo, event: IrozukuDemoEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** The events of the element, with those of any other. */
export interface IrozukuDemoEventMap extends HTMLElementEventMap {
  /** After every change; its detail is the state. */
  statechange: CustomEvent<State>;
}

declare global {
  interface HTMLElementTagNameMap {
    'irozuku-demo': IrozukuDemo;
  }
}
