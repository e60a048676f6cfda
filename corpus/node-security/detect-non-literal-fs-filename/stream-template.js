import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';

export class Archive {
  constructor(folder) {
    this.folder = folder;
  }

  async store(id, stream) {
    fs.mkdirSync(this.folder, { recursive: true });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
    await pipeline(stream, fs.createWriteStream(`${this.folder}/${id}.bin`));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fsPathTraversal
  }
}
