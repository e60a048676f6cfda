import cors from 'cors';

const options = {
  credentials: true,
  origin: (origin, callback) => {
    if (/^https:\/\/app\.example\.com/.test(origin)) {
      callback(null, origin);
//    ^^^^^^^^^^^^^^^^^^^^^^ cors
    } else {
      callback(null, false);
    }
  },
};

export default cors(options);
