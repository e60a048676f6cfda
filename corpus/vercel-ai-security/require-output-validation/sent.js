export async function handler(req, res) {
  const result = await ask(req.body);
  res.send(result.text);
//         ^^^^^^^^^^^ unvalidatedOutput
}
