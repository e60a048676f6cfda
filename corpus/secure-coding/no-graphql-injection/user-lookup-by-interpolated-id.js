import { request } from 'graphql-request';

const ENDPOINT = 'https://api.example.com/graphql';

export async function findUser(req, res) {
  const query = `
//              ^ unsafeVariableInterpolation
    query {
      user(id: "${req.params.id}") {
        name
        email
      }
    }
  `;
  const { user } = await request(ENDPOINT, query);
  res.json(user);
}
