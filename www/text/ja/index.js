// 日本語の言葉。キーは ../en/ と同じです。
import { ALL_KEYS } from '../../colours/class-keys.js';
import { LIMITS } from '../../core/facts.js';
import { count, fine, loss, number, operand, percent, precise } from '../../util/format.js';
import { experiments } from './diagnosis.js';
import { pad } from './pad.js';
import { teaching } from './teaching.js';
import { trials } from './trials.js';
import { wheel } from './wheel.js';
import { colours, name } from './colours.js';

/** @typedef {import('../index.js').Step} Step */

/** Of which colour of a batch a sentence speaks. @param {Step} s */
const which = (s) => (s.rows > 1 ? `${count(s.row + 1)} 色目では、` : '');

/** Where a number was taken over from, unchanged. @param {import('../index.js').Arithmetic} a */
const taken = ({ from }) => (from === null ? '' : `${from} をそのまま受け取った数です。`);

/** Over how many colours a number is the mean. @param {import('../index.js').Arithmetic} a */
const mean = ({ mean: of }) => (of === null ? '' : `${count(of.rows)} 色の平均です${of.own === null ? '' : `（この色だけなら ${of.own}）`}。`);

/** In the place of a mean loss and an accuracy. */
const UNMEASURED = '学習データの色がまだないので、損失も正解率も測れません。';

const { colourProblems, ...coloursRoom } = colours;

export const ja = {
  ...coloursRoom,
  ...experiments,
  ...trials,
  ...teaching,
  wheel,
  pad,
  language: '日本語',
  brand: '色づく',
  tagline: 'ネットワークが色を覚えるまで',
  className: name,

  theme: '明るさ',
  themes: { auto: '自動', light: '明るい', dark: '暗い', projector: 'プロジェクター' },
  help: 'キー操作',
  share: 'このページへのリンク',
  shareShort: 'リンク',
  shareWhat: '設定、データ、学習のステップ、見ている所と数まで、今のとおりに開くアドレスです。',
  copy: 'コピーする',
  copied: 'コピーしました。',
  codeLabel: 'リンクの QR コード',
  codeHow: 'スマートフォンで読み取ると、同じ画面が開きます（スマートフォンからこのアドレスに届くとき）。',
  codeTooLong: 'データが多いので、QR コードにはできません。リンクをコピーして送ってください。',
  codeLarge: '大きく映す',
  codeUseless: {
    computer: 'このアドレスは、このパソコンでしか開けません。ほかの機器には、ウェブサーバーのアドレスか、cargo run -- --lan が表示するアドレスが必要です。',
    file: 'このページはファイルから開いているので、ほかの人はこのアドレスでは開けません。ファイルをそのまま渡すか、ウェブサーバーに置いてください。',
  },
  embedTitle: 'スライドやほかのページに入れる',
  embedHow: '今の状態の場面を、「戻る」「進む」つきで入れる 1 行です。',
  embedScene: '場面',
  scenes: { whole: 'ネットワーク全体', forward: '順伝播', backward: '逆伝播', 'one-layer': '1 つの層', colours: '色', loss: '損失', neuron: '1 個のニューロン', cube: 'RGB の立方体' },
  pictureTitle: '図の保存',
  pictureHow: 'ネットワークの図を、スライドやレポートのために保存します。',
  notCopied: 'コピーできませんでした。アドレスを選んで、手でコピーしてください。',
  travelling: 'そのステップまで学習し直しています…',
  noDownload: '保存されないときは、周りの枠がダウンロードを禁じています。allow-downloads が必要です。',
  notDrawn: '図にできませんでした。もう一度試すか、スクリーンショットを撮ってください。',
  close: '閉じる',

  pick: '色を選ぶ',
  pickOpen: 'カラーピッカーを開く',
  channels: ['赤 R', '緑 G', '青 B'],
  swatches: '講義の色',
  answer: 'ネットワークの答え',
  answerWrong: (/** @type {string} */ label) => `正解は${label}`,
  answerRight: '正解です',
  teacher: '正解（教師ラベル）',
  tie: 'いちばん大きい値が 2 つ以上あるので、仮に最初の色を正解にしています。変えてもかまいません。',

  stops: {
    forward: '順伝播',
    backward: '逆伝播',
    update: '更新',
    /** @param {import('../../core/pass-positions.js').Phase} way @param {string} title */
    stop: (way, title) => (way === 'update' ? '重みとバイアスを更新する' : `${way === 'backward' ? '逆伝播' : '順伝播'}：${title}`),
  },
  scene: 'ネットワーク',
  nodes: (/** @type {number} */ n) => `${count(n)} ノード`,
  picture: (/** @type {string} */ tensor, /** @type {number} */ rows, /** @type {number} */ columns) => `${tensor} ${rows}×${columns}`,
  signs: ['■ 正の数　□ 負の数　· ゼロ', '面積：絶対値の大きさ', '線：橙は正、紫の破線は負'],
  signsGate: ['■ 正の数　□ 負の数　· ゼロ', '面積：絶対値の大きさ', '― 通す　┤ 閉じて 0 にする'],
  signsBack: (/** @type {string} */ full) => ['▲ 大きくなりたい　▽ 小さくなりたい', `マスいっぱい：勾配 ${full}`, '破線：0 より小さい'],
  movement: (/** @type {string} */ times) => ['▲ 重みが増えた　▽ 重みが減った', ...(times === '1' ? [] : [`動きは ${times} 倍に拡大して描いています`])],
  notYet: 'まだ計算していません',
  strip: (/** @type {string} */ color, /** @type {string} */ answer) => `${color}：${answer}。色の輪とネットワークを切り替えます`,
  pickMore: 'RGB と正解',
  more: 'そのほか',
  label: '正解',
  gathered: (/** @type {number} */ n) => `1 マスに ${count(n)} ノードをまとめ、いちばん大きい数を描いています。`,
  guess: 'ランダム',
  scroll: '↕ 続きは上下になぞる',
  guessing: (/** @type {number} */ n) => `${count(n)} つから当てずっぽうに選ぶと、この損失です`,
  node: (/** @type {string} */ title, /** @type {number} */ i) => `${title} ${i} 番`,
  weights: (/** @type {string} */ title, /** @type {string} */ tensor, /** @type {number} */ rows, /** @type {number} */ columns) =>
    `${title} の ${tensor}、${rows} 行 ${columns} 列と、その下にバイアス。矢印キーで動き、Enter で選びます。`,

  back: '戻る',
  next: '進む',
  nextUpdate: '更新する',
  nextAgain: '次の 1 周',
  sceneAgain: '最初から',
  sceneLearn: '学習を進める',
  sceneStatus: (/** @type {string} */ step, /** @type {string} */ mean, /** @type {string} */ share) => `更新 ${step} 回：損失 ${mean}、正解 ${share}`,
  nextTrained: 'どうやって当てた？',
  start: '始める',
  teach: '学習させる',
  walkFirst: '先に 1 層ずつ見る',
  story: 'ネットワークの話',
  scope: 'どの色で計算するか',
  scopeUpdate: 'どの色から学ぶか',
  scopes: { one: 'この 1 色', batch: (/** @type {number} */ n) => `学習 ${count(n)} 色` },
  row: (/** @type {number} */ i, /** @type {number} */ n) => `${count(n)} 色中 ${count(i + 1)} 色目`,
  rowBack: '前の色',
  rowNext: '次の色',

  closely: {
    title: '1 つの数',
    none: 'マスを指すと、その数と、何からできているかがここに出ます。',
    open: (/** @type {string} */ address) => `${address} の計算をすべて見る`,
    rest: (/** @type {import('../../explain/summary.js').Summary} */ { more, rest, zeros, bias }) =>
      [...(more > 0 ? [`ほか ${count(more)} 項：${number(rest)}`] : []), ...(zeros > 0 ? [`0 の項：${count(zeros)} 個`] : []), ...(bias === null ? [] : [`b：${number(bias)}`])].join('　'),
    /** @param {number} value @returns {string} */
    wish: (value) => (value < 0 ? '▲ 大きくなりたい' : value > 0 ? '▽ 小さくなりたい' : 'このままでよい'),
    votes: (/** @type {number} */ up, /** @type {number} */ down) => `大きく ${count(up)} 色、小さく ${count(down)} 色。平均で決まります。`,
    losses: (/** @type {number} */ n) => `${count(n)} 色それぞれの損失です。破線は平均です。`,
    move: (/** @type {number} */ before, /** @type {number} */ rate, /** @type {number} */ gradient, /** @type {number} */ after) => `w: ${number(before)} − ${rate} × ${operand(gradient)} = ${number(after)}`,
    copy: (/** @type {string} */ address) => `${address} をそのまま受け取ります`,
    passes: (/** @type {string} */ address) => `${address} は 0 より大きいので、そのまま通ります`,
    stopped: (/** @type {string} */ address) => `${address} は止められて 0 になります`,
    given: 'この計算の前から決まっている数です',
  },
  shape: '形',
  tensors: {
    x: '層に入ってきた数',
    w: '重み。入ってきた数にかけます',
    b: 'バイアス。かけて足したあとに加えます',
    out: '層から出ていく数',
    mask: '0 以下だった所が 1（ここで止めます）',
    t: '正解（教師ラベル）。正解のクラスだけ 1 です',
    loss: '1 色ごとの損失',
    dout: '勾配。この数を少し増やすと、損失がその何倍増えるか',
    dx: '勾配。入力を少し増やすと、損失がその何倍増えるか',
    dw: '勾配。この重みを少し増やすと、損失がその何倍増えるか',
    db: '勾配。バイアスを少し増やすと、損失がその何倍増えるか',
    w_new: '更新したあとの重み',
    b_new: '更新したあとのバイアス',
  },
  tensorIn: { data: '色を表す数', softmax: '確率', loss: '損失。間違いの大きさです（何色もあれば平均）' },

  micro: {
    back: '前に開いた数へ戻る',
    ahead: 'あとで開いた数へ進む',
    numbers: '開いた数',
    layers: '層',
    close: '閉じる',
    follow: 'いちばんの原因へ (B)',
    followAll: '重みまで一気に',
    largest: 'いちばん大きい数：',
    which: '何番目がいちばん大きいか（0 から数えて）：',
    passes: /** @returns {string} */ (/** @type {boolean} */ yes) => (yes ? 'ここに戻ります。窓の中でいちばん大きかった場所：' : 'ここには戻りません。窓の中でいちばん大きかった場所：'),
    others: (/** @type {number} */ n) => `ほか ${count(n)} 項`,
    othersSum: (/** @type {number} */ n) => `ほか ${count(n)} 項の合計`,
    total: (/** @type {string} */ sum) => `（かっこの中の和は ${sum}）`,
    given: 'この計算の前から決まっている数です。',
    /** @param {boolean} blocked @returns {string} */
    gate: (blocked) => (blocked ? 'を止めて 0 にします。門は' : 'をそのまま通します。門は'),
    /** @param {boolean} blocked @returns {string} */
    gateState: (blocked) => (blocked ? '閉じています' : '開いています'),
    mean: (/** @type {number} */ n) => `${count(n)} 色の平均：`,
    own: 'この色',
    colour: (/** @type {number} */ i) => `${count(i + 1)} 色目`,
    /** @param {boolean} yes @returns {string} */
    atMostZero: (yes) => (yes ? '0 以下です：' : '0 より大きい数です：'),
    check: '動かして勾配を確かめる',
    nudge: 'ずらす大きさ h',
    checked: (/** @type {import('../../core/wasm.js').Check & { h: number }} */ c) =>
      `この数を ${number(c.h)} だけ増やすと損失は ${fine(c.plus)}、減らすと ${fine(c.minus)}。` +
      `差を 2h で割ると ${number(c.quotient)}、逆伝播の勾配は ${number(c.gradient)}。` +
      (c.difference < 0.01 ? `ずれは ${percent(c.difference)} です。合っています。` : `ずれは ${percent(c.difference)} です。h が大きすぎると曲がりや ReLU の折れ目をまたぎ、小さすぎると桁が足りなくなります。`),
    rust: (/** @type {string} */ file, /** @type {number} */ line) => `Rust のコード、${file} の ${line} 行目`,
    stands: (/** @type {string} */ file) => `実際に動いたのは、この計算を速くした ${file} です。同じ足し算を同じ順に、いくつか並べて行います。`,
    from: 'そのまま受け取った元：',
    sentence: (/** @type {import('../index.js').Arithmetic} */ a) =>
      ({
        given: `${a.address} は ${a.value}。${taken(a)}この計算の前から決まっている数です。`,
        gate: `${a.address} は ${a.value}。${taken(a)}${a.parts[1] === 0 ? `${a.terms[0]} をそのまま通します。` : `${a.terms[0]} を止めて 0 にします。`}`,
        atMostZero: `${a.address} は ${a.value}。${taken(a)}${a.terms[0]} は${a.parts[0] <= 0 ? '0 以下なので止めます。' : '0 より大きいので通します。'}`,
        softmax: `${a.address} は ${a.value}。${taken(a)}${a.parts.map(number).join(' と ')} を足した数で、${number(a.parts[a.index])} を割りました。`,
        minusLog: `${a.address} は ${a.value}。${taken(a)}${a.terms.join(' + ')} の対数に、マイナスをつけた数です。${a.floor === null ? '' : `（${number(a.floor)} より小さい数は ${number(a.floor)} とみなします）`}`,
        max: `${a.address} は ${a.value}。${taken(a)}${a.terms.join('、')} のうちいちばん大きい数です。`,
        place: `${a.address} は ${a.value}。${taken(a)}${a.terms.join('、')} のうち何番目がいちばん大きいかを、0 から数えた数です。`,
        at: `${a.address} は ${a.value}。${taken(a)}${a.parts[1] === a.place ? `窓の中でいちばん大きかったので、${a.terms[0]} がここに戻ります。` : '窓の中でいちばん大きい数ではなかったので、勾配は戻りません。'}`,
        sum: `${a.address} は ${a.value}。${taken(a)}${mean(a)}${a.terms.join(' + ')} です。`,
      })[a.kind],
  },

  lossTitle: '損失',
  accuracyTitle: '正解率',
  trainLine: '学習',
  testLine: 'テスト',
  logScale: '損失を対数で',
  stepAxis: 'ステップ',
  scrub: '学習のステップをさかのぼる',
  stepOf: (/** @type {number} */ step, /** @type {number} */ furthest) => `ステップ ${count(step)}（${count(furthest)} まで）`,
  chart: (/** @type {import('../../core/wasm.js').Summary} */ s) =>
    `ステップ ${count(s.step)}。学習データの損失 ${loss(s.trainLoss)}、テストの損失 ${loss(s.testLoss)}、テストの正解率 ${percent(s.testAccuracy)}`,

  play: '学習する',
  pause: '止める',
  one: '1 ステップ',
  speed: '速さ',
  speeds: { slow: 'ゆっくり', normal: 'ふつう', fast: '最速' },
  reset: '最初から',
  undo: '元に戻す',
  newSeed: '別のシード',
  learningRate: '学習率',
  batch: 'バッチ',
  batchFull: (/** @type {number} */ n) => `${count(n)}（全部）`,
  seed: 'シード',
  lossLine: '損失',
  sampledTitle: '測った色',
  sampled: (/** @type {number} */ n, /** @type {number} */ all) => `${count(all)} 色のうち、見本の ${count(n)} 色`,
  runMenu: '今の設定、最初から',
  trainData: (/** @type {number} */ n, /** @type {number} */ wrong) => (n === 0 ? '学習データはまだありません' : wrong === 0 ? `${count(n)} 色すべて正解` : `✕ ${count(wrong)} / ${count(n)} 色`),
  testData: (/** @type {number} */ n, /** @type {number} */ wrong) => (n === 0 ? '' : wrong === 0 ? `テスト ${count(n)} 色すべて正解` : `テスト ✕ ${count(wrong)} / ${count(n)} 色`),
  pictureTile: (/** @type {number} */ index, /** @type {string} */ label, /** @type {string} */ answer) => `絵 ${count(index)}、正解 ${name(label)}、答え ${name(answer)}`,
  tile: (/** @type {readonly number[]} */ rgb, /** @type {string} */ label, /** @type {string} */ answer) =>
    `RGB(${rgb.join(', ')}) 正解 ${label}、答え ${answer}`,

  titles: {
    forward: '順伝播',
    loss: '損失',
    backward: '逆伝播',
    update: '更新',
    training: '学習中',
    trained: (/** @type {number} */ step) => `${count(step)} 回更新したあと`,
    start: 'この色は何色？',
  },
  steps: {
    start: 'まだ何も学んでいません。色の境目は、たまたまこうなっているだけです。色を動かして、名前が変わる所を見てみましょう。',
    startEven: (/** @type {Step} */ s) => `まだ何も学んでいません。どの色でも、${s.classes.length} つの答えはどれも ${percent(s.share)} です。`,
    data: (/** @type {Step} */ s) =>
      s.rows > 1
        ? `学習データの ${count(s.rows)} 色をまとめて入れます。絵に出ているのは ${count(s.row + 1)} 色目、RGB(${s.rgb.join(', ')}) の計算です。`
        : `色 RGB(${s.rgb.join(', ')}) を、${s.values.map((value) => number(value)).join('、')} という ${s.values.length} つの数として入れます。`,
    affine: (/** @type {Step} */ s) =>
      `この ${s.nodes} 個の数はどれも、入ってきた ${s.inputs} 個の数に重みをかけて足し、バイアスを加えたものです。` +
      `${which(s)}いちばん大きいのは ${s.top} 番の ${number(s.most)} です（番号は 0 から）。`,
    relu: (/** @type {Step} */ s) =>
      `0 以下の数を 0 にし、正の数はそのまま通しました。${which(s)}${s.nodes} 個のうち ${s.blocked} 個が 0 になり、${s.nodes - s.blocked} 個が通りました。`,
    softmax: (/** @type {Step} */ s) =>
      `${s.nodes} つの点数を、足すと 1 になる確率に変えました。${which(s)}${s.classes.map((c, i) => `${c} ${percent(s.values[i])}`).join('、')}。ネットワークの答えは${s.answer}です。`,
    loss: (/** @type {Step} */ s) =>
      s.rows > 1
        ? `どれだけ間違っているかを 1 つの数にします。${count(s.rows)} 色の損失を平均すると ${loss(s.loss)} です。0 に近いほどよい答えです。`
        : `どれだけ間違っているかを 1 つの数にします。正解の${s.label}の確率は ${precise(s.share)}。` +
          `損失は −ln ${precise(Math.max(s.share, 1e-7))} = ${loss(s.loss)} です${s.share < 1e-7 ? '（1e−7 より小さい確率は 1e−7 とみなします）' : ''}。0 に近いほどよい答えです。`,
    softmaxBack: (/** @type {Step} */ s) =>
      `ここからは右から左へ戻ります。点数の勾配は、点数を少し増やすと損失がその何倍増えるかです。計算すると「確率 − 正解（1 か 0）」${s.rows > 1 ? `を ${count(s.rows)} で割った数` : ''}になります。` +
      `${which(s)}${s.classes.map((c, i) => `${c} ${number(s.values[i])}`).join('、')}。`,
    affineBack: (/** @type {Step} */ s) =>
      (s.gated ? `${which(s)}閉じたゲートで ${s.blocked} 個が止まり、${s.nodes - s.blocked} 個が通りました。` : '') +
      `重みの勾配は「入ってきた数 × 先の勾配」です。重み ${count(s.inputs * s.nodes)} 個とバイアス ${s.nodes} 個のうち、` +
      `勾配の絶対値がいちばん大きいのは w[${s.place.join(',')}] の ${number(s.most)} で、これを増やすと損失は${s.most < 0 ? '減ります' : '増えます'}。`,
    reluBack: (/** @type {Step} */ s) =>
      `▲ は大きく、▽ は小さくなれば損失が減る数です。${which(s)}どれも、${s.next} の勾配に重みをかけて足したもので、負の重みは向きを逆にします。` +
      `${s.nodes} 個のうち ${s.blocked} 個はゲートが閉じていて、この先へ伝わりません。`,
    conv: () =>
      'どの数も、絵の小さな窓（縦横 3 画素、全チャンネル）の画素に重みをかけて足し、バイアスを加えたものです。' +
      '同じチャンネルの窓は、どこでも同じ重みを使います。',
    convBack: () => '重みの勾配は、窓のすべての位置にわたる和です。そこで出会った画素に、先の勾配をかけて足します。',
    pool: (/** @type {Step} */ s) => `2 × 2 個ごとに、いちばん大きい数だけを残しました。残ったのは ${count(s.nodes)} 個です。`,
    poolBack: () => '勾配を受け取るのは、窓の中でいちばん大きかった数だけです。ほかの 3 つは 0 になります。',
    update: (/** @type {Step} */ s) => (s.taught > 1 || !s.among ? together(s) : alone(s)),
    updated: '重みとバイアスを更新しました。',
    training: (/** @type {Step} */ s) =>
      `順伝播、損失、逆伝播、更新を ${count(s.step)} 回繰り返しました。${s.loss === undefined ? UNMEASURED : `学習データの損失の平均は ${loss(s.loss)} です。`}`,
    trained: (/** @type {Step} */ s) => result(s),
  },

  keysTitle: 'キー操作',
  keys: [
    ['Space / PageDown', '1 層進む'],
    ['Shift + Space / PageUp', '1 層戻る'],
    ['T', '学習する・止める'],
    ['R', '最初から（同じシード）'],
    ['← → ↑ ↓', '数や色の間を動く'],
    ['Enter', '数を選ぶ'],
    ['Backspace', '前の数へ戻る'],
    ['B', '損失から原因をたどる'],
    ['B / .', '発表モード：画面を黒くする'],
    ['C', '「色」のタブと行き来する'],
    ['M', 'ノードをいつも色で見る'],
    ['L', 'レッスンを開く・閉じる'],
    ['N / P', 'レッスンの次の問い・前の問い'],
    [ALL_KEYS, '自分の色：選んだ色をクラスに入れる'],
    ['Esc', '数を閉じる・発表モードを終える'],
    ['?', 'この一覧'],
  ],

  loading: '読み込んでいます…',
  loadingSlow: 'まだ読み込んでいます。通信を確かめるか、読み込み直してください。',
  dismiss: '知らせを閉じる',
  offers: { updated: '読み込む', left: '最初から始める' },
  problems: {
    ...colourProblems,
    noWasm: () => 'このブラウザーでは WebAssembly が使えません。新しい Chrome、Edge、Firefox、Safari のどれかで開いてください。',
    noSimd: () => 'このブラウザーは WebAssembly の SIMD に対応していません。2023 年以降の Chrome、Edge、Firefox、Safari のどれかで開いてください。',
    noPolicy: () => `このページの Content-Security-Policy が WebAssembly を禁じています。script-src に 'wasm-unsafe-eval' を加えてください。`,
    notBuilt: () => '計算の本体を読み込めませんでした。ページを読み込み直してください。プロジェクトのフォルダーから開くときは「cargo run」を実行し、表示された URL を開いてください。',
    notLoaded: () => '計算の本体を読み込めませんでした。ページを読み込み直すか、2023 年以降の Chrome、Edge、Firefox、Safari のどれかで開いてください。',
    notAnAddress: (/** @type {Record<string, string>} */ d) => `「${d.text}」は数の番地ではありません。affine1.out[0,7] のように書いてください。`,
    noSuchLayer: (/** @type {Record<string, string>} */ d) => `「${d.layer}」という層はありません。ある層は ${d.known} です。`,
    noSuchTensor: (/** @type {Record<string, string>} */ d) => `${d.layer} に「${d.tensor}」はありません。あるのは ${d.known} です。`,
    outsideTensor: (/** @type {Record<string, string>} */ d) => `${d.address} は範囲の外です。形は ${d.shape}、番号は 0 から始まります。`,
    notOneNumber: (/** @type {Record<string, string>} */ d) => `${d.address} は 1 つの数ではなく、形 ${d.shape} のテンソルです。番号を足してください。`,
    setting: (/** @type {Record<string, string>} */ d) => (d.field === 'layers' ? experiments.layersRefused : `設定 ${d.field} に使える値は ${d.allowed} です。`),
    tooMuch: (/** @type {Record<string, string>} */ d) => `ノードが ${d.nodes} 個のとき、色は ${d.most} 色までです。色かノードを減らしてください。`,
    noSuchClass: (/** @type {Record<string, string>} */ d) => `クラスは ${d.classes} つです。正解は 0 から数えて選んでください。`,
    noSuchStep: (/** @type {Record<string, string>} */ d) => `学習はステップ ${d.furthest} まで進んでいます。0 から ${d.furthest} の間を選んでください。`,
    notAGradient: (/** @type {Record<string, string>} */ d) => `${d.address} は勾配ではありません。dout、dx、dw、db の数を選んでください。`,
    noPass: () => 'まだ計算をしていません。「進む」を押してください。',
    badState: (/** @type {Record<string, string>} */ d) => `わからない値がありました（${d.keys}）。いちばん近い値で続けます。`,
    restarted: (/** @type {Record<string, string>} */ d) => `最初に戻しました。それまでの ${d.steps} ステップは取ってあります。`,
    relearn: (/** @type {Record<string, string>} */ d) => `${d.classes ? outputs(d.classes) : d.pictures ? '絵を変えました。' : '色を変えました。'}最初から学びます。それまでの ${d.steps} ステップは取ってあります。`,
    noMorePictures: () => `自分の絵は ${count(LIMITS.mostDrawings)} 枚までです。どれかを取り除いてから加えてください。`,
    chosen: () => 'ほかの色から学ぶことにしました。',
    outputs: (/** @type {Record<string, string>} */ d) => outputs(d.classes),
    dropped: (/** @type {Record<string, string>} */ d) => `「${d.name === '' ? `学習 ${d.id}` : d.name}」を消しました。`,
    tooLarge: () => '最初の重みが大きすぎて、計算できません（NaN）。重みの標準偏差を小さくしてください。',
    diverged: (/** @type {Record<string, string>} */ d) =>
      `発散しました。重みが大きくなりすぎて計算できないので、学習を止め、最後に計算できたステップ ${d.step} の重みに戻しました。学習率を小さくして、「最初から」やり直してください。`,
    mineDiffers: (/** @type {Record<string, string>} */ d) => `${d.name} のコードが、この計算では正しい答えになりませんでした。図は元の計算に戻しました。レッスンの「自分で書く」で直せます。`,
    left: () => '前回の続きから始めています。',
    updated: () => 'このページの新しい版があります。読み込んでも、今の画面はそのまま続きます。',
    unknown: (/** @type {Record<string, string>} */ d) => `予期しないエラーが起きました（${d.problem}）。ページを読み込み直してください。`,
  },
};

/**
 * What is measured of what was learned.
 * @param {Step} s
 */
function result(s) {
  if (s.trainAccuracy === undefined) return UNMEASURED;
  const from = s.sampled ? '見本の' : '';
  const learned = s.right === s.of ? `${count(s.of)} 色すべて` : `${count(s.of)} 色のうち ${count(s.right)} 色`;
  const tested = s.testAccuracy === undefined ? '' : `、学習に使っていない色も ${count(s.testOf)} 色${s.testRight === s.testOf ? 'すべて' : `のうち ${count(s.testRight)} 色`}`;
  return `${from}${learned}${tested}に、正しい名前がつきました。${ending(s)}`;
}

/** @param {Step} s 学習したあとの、次の一言 */
function ending(s) {
  if (s.step < s.furthest) return `これは過去のステップです（${count(s.furthest)} まで学習しました）。`;
  return s.poor ? 'うまく学べていないようです。「実験」のタブの診断を見てみましょう。' : 'ネットワークが間違える色を探してみましょう。';
}

/** The colours that are measured. @param {Step} s */
const measured = (s) => (s.sampled ? `見本 ${count(s.of)} 色` : `${count(s.trained)} 色全体`);

/**
 * What an update has done that many colours have taught, and what it means for the colour on display.
 * @param {Step} s
 */
function together(s) {
  const all = s.taught === s.trained;
  const who = all ? `${count(s.trained)} 色すべてから` : `${count(s.trained)} 色のうち ${count(s.taught)} 色から`;
  const own = s.rows > 1 ? '' : `この色${s.among ? '' : all ? '（学習データにはない色）' : '（そのなかにはない色）'}は ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}。`;
  const why = all && s.trainAfter > s.trainBefore ? '増えたのは、一歩が大きすぎたためです。' : '';
  return (
    `${who}学び、${count(s.parameters)} 個の重みとバイアスのうち ${count(s.moved)} 個を、勾配の平均と反対の向きへ「${s.learningRate} × 平均」だけ動かしました。` +
    `${measured(s)}の損失は ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}。${why}${own}`
  );
}

/**
 * What an update has done that one colour alone has taught, and what it means for all others.
 * @param {Step} s
 */
function alone(s) {
  const all = s.trained === 0 ? '' : `${measured(s)}の損失は ${loss(s.trainBefore)}\u00a0→\u00a0${loss(s.trainAfter)}。`;
  const why = s.trained > 0 && s.trainAfter > s.trainBefore ? '1 色に合わせた更新が、ほかの色にもよいとは限りません。' : '';
  return (
    `この 1 色だけから学び、${count(s.parameters)} 個の重みとバイアスのうち ${count(s.moved)} 個を、勾配と反対の向きへ「${s.learningRate} × 勾配」だけ動かしました。` +
    `この色の損失は ${loss(s.before)}\u00a0→\u00a0${loss(s.after)}。${all}${why}`
  );
}

/** @param {string} classes クラスの数 */
function outputs(classes) {
  return `クラスが ${classes} つになったので、出力のノードも ${classes} 個になりました。`;
}
