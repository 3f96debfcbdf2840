import { reply } from "./reply.mjs";

export const handler = async (event) => {
  return reply(event);
};
