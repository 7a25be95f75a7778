// Papers of the story, made on the spot: scans as JPEG, documents as PDF, spreadsheets from our own templates.
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Desk } from './desk.ts';

export class StagePapers {
  readonly #desk: Desk;
  #made = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get made(): number {
    return this.#made;
  }

  /** Uploads a one-page PDF that says what it stands for; its SHA-256. */
  async pdf(account: string, kind: string, about: string): Promise<string> {
    const document = await PDFDocument.create();
    document.setCreationDate(new Date(0));
    document.setModificationDate(new Date(0));
    const font = await document.embedFont(StandardFonts.Helvetica);
    const page = document.addPage([595, 842]);
    page.drawText(`${kind}  ${about}`, { x: 72, y: 742, size: 18, font });
    page.drawText(`No. ${this.#number()}`, { x: 72, y: 712, size: 11, font });
    return this.#desk.upload(account, `${kind}.pdf`, await document.save());
  }

  /** Uploads a photo of a poster; every one is another picture. */
  async photo(account: string, about: string): Promise<string> {
    const poster = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><rect width="1200" height="1600" fill="#8b9099"/>
      <rect x="200" y="200" width="800" height="1130" fill="#fdfcf7"/><text x="600" y="380" font-size="64" text-anchor="middle">NOTICE</text>
      <text x="600" y="480" font-size="36" text-anchor="middle">${about} / ${this.#number()}</text></svg>`;
    const bytes = await sharp(Buffer.from(poster)).jpeg({ quality: 82 }).toBuffer();
    return this.#desk.upload(account, 'photo.jpg', bytes);
  }

  #number(): number {
    this.#made += 1;
    return this.#made;
  }
}
