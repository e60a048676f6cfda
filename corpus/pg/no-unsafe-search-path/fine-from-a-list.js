const STATEMENTS = {
  north: 'SET search_path TO north, public',
  south: 'SET search_path TO south, public',
};

export async function enterRegion(client, region) {
  const statement = STATEMENTS[region];
  if (!Object.hasOwn(STATEMENTS, region)) {
    throw new Error(`there is no region ${region}`);
  }
  await client.query(statement);
}
