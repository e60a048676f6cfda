const axios = require('axios');

function renameProject(id, title, selection) {
  const mutation = 'mutation ($id: ID!, $title: String!) { renameProject(id: $id, title: $title) ' + selection;
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ graphqlInjection
  return axios.post('/graphql', { query: `${mutation} }`, variables: { id, title } });
}

module.exports = { renameProject };
