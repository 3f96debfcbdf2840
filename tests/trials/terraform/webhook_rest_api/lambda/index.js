exports.handler = async (event) => {
  return { statusCode: 202, body: "" };
};
