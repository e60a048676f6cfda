// A function before has such a parameter: scopes are not told apart.
export const first = (req) => req.url;
export const second = () => store(req.body);
//                                ^^^^^^^^ unvalidatedInput
