import cors from 'cors';

export default (app) => {
  app.use(cors({ origin: true, methods: ['GET'] }));
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissiveCors
};
