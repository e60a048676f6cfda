exports.handler = async () => {
  console.log('region', process.env.AWS_REGION);
  console.info(`stage ${process.env.STAGE}`);
};
