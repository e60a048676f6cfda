export class ApiError extends Error {
  constructor(status, path) {
    super(`status ${status} from ${path}`);
    this.status = status;
  }
}

export async function get(path, token) {
  const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new ApiError(answer.status, path);
  console.debug('fetched', path);
  return answer.json();
}
