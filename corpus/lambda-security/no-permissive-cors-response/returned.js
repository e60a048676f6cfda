exports.handler = async (event) => {
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
    //                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissiveCors
    body: JSON.stringify(await answer(event)),
  };
};
