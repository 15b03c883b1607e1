// 色の円と、捕まえた色の言葉。キーは ../en/ と同じです。

export const wheel = {
  label: '色合いと鮮やかさ',
  value: (/** @type {{ hue: number, saturation: number, brightness: number, hex: string, answer: string }} */ c) =>
    `${c.hex}、色合い ${c.hue}°、鮮やかさ ${c.saturation}%、明るさ ${c.brightness}%${c.answer === '' ? '' : `。ネットワークの答えは${c.answer}`}`,
  brightness: '明るさ',
  hint: '好きな所へ動かせます',
  catches: 'だませた色',
  dare: 'だませる色を探しましょう。',
  kept: 'リンクにも入ります。',
  clear: '消す',
  caught: (/** @type {{ hex: string, answer: string, label: string }} */ c) =>
    `${c.hex}：${c.answer === '' ? '答えなし' : `答えは${c.answer}`}${c.label === '' ? '' : c.label === c.answer ? '（今は正解）' : `、正解は${c.label}`}`,
};
