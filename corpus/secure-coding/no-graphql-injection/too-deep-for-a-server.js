// options: {"maxQueryDepth": 4}
const TREE = '{ root { children { children { children { children { name } } } } } }';
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ complexQueryDos

const FEED = `{
//           ^^ complexQueryDos
  feed { items { author { followers { posts { title } } } } }
}`;

const PAGE = `{ page { title sections { heading } } }`;

export { TREE, FEED, PAGE };
