import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  BeginFile,
  type FileBytes,
  FilePart,
  FileRange,
  FileRef,
  Files,
  FileWhole,
  type StoredFile,
} from '@diemcau/contracts/meetings/files';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { FileReadingService } from './reading.service.js';
import { FileTakingService } from './taking.service.js';

@Controller()
export class FilesHandlers implements Handlers<typeof Files> {
  constructor(
    private readonly taking: FileTakingService,
    private readonly reading: FileReadingService,
  ) {}

  @Handles(Files.begin) async begin(input: BeginFile, caller: Caller): Promise<FileRef> {
    return this.taking.begin(input, caller);
  }

  @Handles(Files.addPart) async addPart(input: FilePart, caller: Caller): Promise<void> {
    await this.taking.addPart(input, caller);
  }

  @Handles(Files.complete) async complete(input: FileWhole, caller: Caller): Promise<StoredFile> {
    return this.taking.complete(input, caller);
  }

  @Handles(Files.cancel) async cancel(input: FileRef, caller: Caller): Promise<void> {
    await this.taking.cancel(input, caller);
  }

  @Handles(Files.find) async find({ fileId }: FileRef, caller: Caller): Promise<StoredFile> {
    return this.reading.find(fileId, caller);
  }

  @Handles(Files.read) async read(input: FileRange, caller: Caller): Promise<FileBytes> {
    return this.reading.read(input, caller);
  }
}
