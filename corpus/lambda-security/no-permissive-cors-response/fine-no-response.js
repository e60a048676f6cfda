export function options() {
  return { status: 200, headers: { 'Access-Control-Allow-Origin': '*' } };
}

export const reply = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } };
export const arrow = () => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } });
