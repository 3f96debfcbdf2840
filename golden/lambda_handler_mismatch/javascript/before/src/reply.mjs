// export const handler
export function reply(event) {
  return { statusCode: 200 };
}
