exports.connect = (password) => {
  if (process.env.NODE_ENV === 'development') console.log('connecting with', password);
  return open(password);
};
