export const handler = async (event) => {
  if (!(await mayWrite(event))) {
    return { statusCode: 403 };
  }
  return table.put(JSON.parse(event.body));
};
