// options: {"embeddingPatterns": ["toNumbers"], "validatorFunctions": ["finite"]}
export function keep(list, text) {
  list.add({ vector: toNumbers(text) });
//                   ^^^^^^^^^^^^^^^ unvalidatedEmbedding
  list.add({ vector: finiteToNumbers(text) });
  list.add({ vector: embed(text) });
}
