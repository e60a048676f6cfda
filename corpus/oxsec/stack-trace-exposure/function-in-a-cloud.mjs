import { work } from './work.js';

export const handler = async (event) => {
  try {
    return { statusCode: 200, body: await work(event) };
  } catch (error) {
    return { statusCode: 500, body: JSON.stringify({ message: error.message, stack: error.stack }) };
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
};
