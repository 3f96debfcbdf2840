const { S3Client } = require("@aws-sdk/client-s3");
const { reply } = require("./reply");

exports.handler = async (event) => reply(event);
