exports.reply = (event) => ({ statusCode: 200 });
