// options: {"additionalProperties": ["cookies"]}
export const handler = async (request) => load(request.cookies[0]);
//                                             ^^^^^^^^^^^^^^^ unvalidatedInput
