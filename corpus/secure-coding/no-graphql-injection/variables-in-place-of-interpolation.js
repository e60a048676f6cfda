import { gql, request } from 'graphql-request';

const FIND_USER = gql`
  query ($id: ID!) {
    user(id: $id) {
      name
    }
  }
`;

export async function findUser(req, res) {
  const { user } = await request(process.env.GRAPHQL_URL, FIND_USER, { id: req.params.id });
  res.json(user);
}
