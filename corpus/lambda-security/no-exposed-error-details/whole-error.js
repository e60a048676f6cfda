export const handler = (event, context, done) => {
  run(event, (err) => {
    const response = () => {
      return { statusCode: 500, body: JSON.stringify(err) };
      //                              ^^^^^^^^^^^^^^^^^^^ exposedErrorDetails
    };
    done(null, response());
  });
};
