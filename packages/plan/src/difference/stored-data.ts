/** What a resource holds that is gone when the resource is: by type. */
const STORED: Record<string, string> = {
  "aws:backup/vault:Vault": "recovery points",
  "aws:cloudwatch/logGroup:LogGroup": "logs",
  "aws:directoryservice/directory:Directory": "accounts and computers",
  "aws:dynamodb/table:Table": "items",
  "aws:ebs/volume:Volume": "files",
  "aws:ecr/repository:Repository": "images",
  "aws:ecrpublic/repository:Repository": "images",
  "aws:efs/fileSystem:FileSystem": "files",
  "aws:fsx/lustreFileSystem:LustreFileSystem": "files",
  "aws:fsx/ontapFileSystem:OntapFileSystem": "files",
  "aws:fsx/ontapStorageVirtualMachine:OntapStorageVirtualMachine": "files",
  "aws:fsx/ontapVolume:OntapVolume": "files",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": "files",
  "aws:fsx/openZfsVolume:OpenZfsVolume": "files",
  "aws:fsx/windowsFileSystem:WindowsFileSystem": "files",
  "aws:kms/key:Key": "the key to everything encrypted with it",
  "aws:rds/cluster:Cluster": "a database",
  "aws:rds/instance:Instance": "a database",
  "aws:s3/bucket:Bucket": "objects",
  "aws:s3/bucketV2:BucketV2": "objects",
  "aws:s3/directoryBucket:DirectoryBucket": "objects",
  "aws:secretsmanager/secret:Secret": "a secret",
  "aws:sqs/queue:Queue": "messages",
  "aws:ssm/parameter:Parameter": "a value",
};

/** What stands in resources of a type and is lost with them, such as `files`. */
export function storedIn(type: string): string | undefined {
  return STORED[type];
}
