import type { BrowserContext } from '@playwright/test';

/** In place of Chromium's green test picture: a painted meeting room, so that the pictures in the docs look like meetings. */
export async function paintCamera(context: BrowserContext, seed: number): Promise<void> {
  await context.addInitScript((scene) => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted = {}) => {
      if (!wanted.video) return real(wanted);
      return painting();
    };

    function painting(): MediaStream {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const brush = canvas.getContext('2d')!;
      const walls = ['#e4e9e2', '#dfe6ee', '#efe8dc'];
      const clothes = ['#27496d', '#7a4b3a', '#3c6e57', '#5b4a7d'];
      const skin = ['#e8b991', '#d9a274', '#f0c8a4'];
      const box = (colour: string, x: number, y: number, width: number, height: number) => {
        brush.fillStyle = colour;
        brush.fillRect(x, y, width, height);
      };
      const disc = (colour: string, x: number, y: number, radiusX: number, radiusY = radiusX) => {
        brush.fillStyle = colour;
        brush.beginPath();
        brush.ellipse(x, y, radiusX, radiusY, 0, 0, 2 * Math.PI);
        brush.fill();
      };
      const person = (i: number, x: number, sway: number) => {
        disc(clothes[(i + scene) % clothes.length]!, x, 640, 150, 210);
        box(skin[(i + scene) % skin.length]!, x - 26 + sway, 410, 52, 60);
        disc(skin[(i + scene) % skin.length]!, x + sway, 350, 74, 92);
        disc('#2a211c', x + sway, 300, 80, 62);
        disc(skin[(i + scene) % skin.length]!, x + sway, 352, 62, 70);
      };
      const paint = () => {
        const sway = 5 * Math.sin(performance.now() / 700);
        box(walls[scene % walls.length]!, 0, 0, 1280, 720);
        box('#14532d', 240, 60, 800, 230);
        box('#b98d55', 240, 285, 800, 14);
        brush.fillStyle = '#e7f3ec';
        brush.font = '600 54px "Be Vietnam Pro", sans-serif';
        brush.textAlign = 'center';
        brush.fillText('HỘI NGHỊ TRỰC TUYẾN', 640, 150);
        brush.font = '400 34px "Be Vietnam Pro", sans-serif';
        brush.fillText('Tập huấn cán bộ, giáo viên', 640, 215);
        const people = scene % 2 === 0 ? [640] : [430, 850];
        for (const [i, x] of people.entries()) person(i, x, i % 2 === 0 ? sway : -sway);
        box('#8a5a3b', 0, 610, 1280, 110);
        box('#a06b47', 0, 610, 1280, 12);
      };
      setInterval(paint, 50);
      paint();
      return canvas.captureStream(20);
    }
  }, seed);
}
