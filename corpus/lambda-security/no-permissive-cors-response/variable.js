export async function handler(event) {
  const errorResponse = { statusCode: 400, headers: { "access-control-allow-origin": "*" }, body: '' };
  //                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissiveCors
  return event.body ? answer(event) : errorResponse;
}
