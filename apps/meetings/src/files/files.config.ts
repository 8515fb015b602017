import { ConfigError, EnvText, EnvUrl } from '@diemcau/service/config/config';

/** Where files are kept. In production with several replicas: S3, which needs all of its variables. */
export class FilesConfig {
  /** Folder of photos and documents, used unless S3_BUCKET is set. Replicas must share it. */
  @EnvText('FILES_DIR', { fallback: '', example: '/var/lib/diemcau/files' }) folder: string;

  /** Bucket of an S3-compatible store; it must exist. Used instead of the folder. */
  @EnvText('S3_BUCKET', { fallback: '', example: 'diemcau' }) bucket: string;

  /** Address of the store, without the bucket. */
  @EnvUrl('S3_ENDPOINT', ['https', 'http'], { fallback: '', example: 'https://s3.example.vn' })
  endpoint: string;

  @EnvText('S3_REGION', { fallback: 'us-east-1', example: 'vn-1' }) region: string;

  /** Key with the rights to read, write and delete objects of the bucket. */
  @EnvText('S3_ACCESS_KEY', { fallback: '', example: 'diemcau' }) accessKey: string;

  @EnvText('S3_SECRET_KEY', { fallback: '', example: '$(openssl rand -base64 48)' }) secretKey: string;
}

/** @throws ConfigError when there is no place for files at all, or one that is described by half */
export function checkFilesConfig({ folder, bucket, endpoint, accessKey, secretKey }: FilesConfig): void {
  if (bucket === '' && folder === '') {
    throw new ConfigError('Configuration is not usable:\n  FILES_DIR is not set, nor is S3_BUCKET.');
  }
  if (bucket !== '' && (endpoint === '' || accessKey === '' || secretKey === '')) {
    throw new ConfigError(
      'Configuration is not usable:\n  S3_BUCKET needs S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY too.',
    );
  }
}
