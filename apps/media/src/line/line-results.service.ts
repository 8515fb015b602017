import { Failure } from '@diemcau/contracts/core/failure';
import { lineErrors, type LineTest, type Verdict } from '@diemcau/contracts/media/line';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

interface LineTestRow {
  id: string;
  room_id: string;
  up_mbps: number;
  down_mbps: number;
  round_trip_ms: number;
  jitter_ms: number;
  loss_percent: number;
  required_mbps: number;
  verdict: Verdict;
  measured_at: Date;
}
const toDto = (row: LineTestRow): LineTest => ({
  id: row.id,
  roomId: row.room_id,
  upMbps: row.up_mbps,
  downMbps: row.down_mbps,
  roundTripMs: row.round_trip_ms,
  jitterMs: row.jitter_ms,
  lossPercent: row.loss_percent,
  requiredMbps: row.required_mbps,
  verdict: row.verdict,
  measuredAt: row.measured_at.toISOString(),
});

/** Finished line tests; whoever knows the id (the guest, the lobby's hosts) may read one. */
@Injectable()
export class LineResultsService {
  constructor(private readonly database: DataSource) {}

  async keep(test: Omit<LineTest, 'measuredAt'>): Promise<LineTest> {
    const rows = (await this.database.query(
      `INSERT INTO line_test (id, room_id, up_mbps, down_mbps, round_trip_ms, jitter_ms, loss_percent, required_mbps, verdict)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *`,
      [
        test.id,
        test.roomId,
        test.upMbps,
        test.downMbps,
        test.roundTripMs,
        test.jitterMs,
        test.lossPercent,
        test.requiredMbps,
        test.verdict,
      ],
    )) as [LineTestRow];
    return toDto(rows[0]);
  }

  async find(id: string): Promise<LineTest> {
    const [row] = (await this.database.query('SELECT * FROM line_test WHERE id = $1', [id])) as LineTestRow[];
    if (!row) throw new Failure(lineErrors.notFound);
    return toDto(row);
  }
}
