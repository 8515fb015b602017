import { S3mini, S3ServiceError } from 's3mini';
import { FileStore } from './file-store.js';
import type { FilesConfig } from './files.config.js';

const requestMs = 20_000;

/** A bucket of an S3-compatible store: objects are whole or not there, and all replicas see the same. */
export class S3Store extends FileStore {
  private readonly s3: S3mini;

  constructor({
    bucket,
    endpoint,
    region,
    accessKey,
    secretKey,
  }: Pick<FilesConfig, 'bucket' | 'endpoint' | 'region' | 'accessKey' | 'secretKey'>) {
    super();
    this.s3 = new S3mini({
      endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
      region,
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      requestAbortTimeout: requestMs,
    });
  }

  override async put(key: string, bytes: Buffer, mediaType: string): Promise<void> {
    await this.s3.putObject(key, bytes, mediaType);
  }

  override async read(key: string, from: number, length: number): Promise<Buffer | null> {
    try {
      const answer = await this.s3.getObjectRaw(key, false, from, from + length);
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      if (error instanceof S3ServiceError && error.status === 404) return null;
      // Asked from the end on: there is an object, and nothing more in it.
      if (error instanceof S3ServiceError && error.status === 416) return Buffer.alloc(0);
      throw error;
    }
  }

  override async delete(key: string): Promise<void> {
    try {
      await this.s3.deleteObject(key);
    } catch (error) {
      if (!(error instanceof S3ServiceError && error.status === 404)) throw error;
    }
  }
}
