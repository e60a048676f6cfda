// Within the inner function the outer one's parameter is known too.
export const outer = (event) => (request) => [event.Records, request.records];
//                                            ^^^^^^^^^^^^^ unboundedBatch
//                                                           ^^^^^^^^^^^^^^^ unboundedBatch
