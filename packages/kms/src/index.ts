export { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key.ts";
export type { KeyUser } from "./key-user.ts";
