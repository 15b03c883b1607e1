// 最初に要る言葉：ほかの言葉が読み込まれるまでと、状態を作るとき。キーは ../en/ と同じです。

export const first = {
  loading: '読み込んでいます…',
  loadingSlow: 'まだ読み込んでいます。通信を確かめるか、読み込み直してください。',
  notLoaded: '計算の本体を読み込めませんでした。ページを読み込み直すか、2023 年以降の Chrome、Edge、Firefox、Safari のどれかで開いてください。',
  ownFirst: ['暖かい色', '冷たい色'],
};
