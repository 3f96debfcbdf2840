const TABLE_NAME = process.env.TABLE_NAME;

// This is a beginning: put what the function is for here.
exports.handler = async (event, context) => {
  console.log("request", context.awsRequestId);
  for (const record of event.Records) {
    console.log("record from", record.eventSource || record.EventSource);
  }
};
