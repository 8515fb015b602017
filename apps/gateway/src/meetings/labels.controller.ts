import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type SiteDevice,
  type DevicePage,
  DeviceQuery,
  DeviceRef,
  Equipment,
  EquipmentClient,
} from '@diemcau/contracts/meetings/equipment';
import { LabelQuery, mostLabels } from '@diemcau/contracts/meetings/labels';
import { Controller, StreamableFile } from '@nestjs/common';
import { GatewayConfig } from '../config.js';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('sites.read');
const pdf = 'application/pdf';

/** Labels that open a device's page on the phone which scans them (HB-6). */
@Controller()
export class LabelsController {
  constructor(
    private readonly equipment: EquipmentClient,
    private readonly config: GatewayConfig,
  ) {}

  @Route.get<DeviceQuery, DevicePage, StreamableFile>(
    'devices/labels.pdf',
    Equipment.list,
    reading,
    'Tem QR của thiết bị, để in · QR labels, to print',
    { input: LabelQuery, download: [pdf] },
  )
  async sheet({ siteId, unitId }: LabelQuery, caller: Caller): Promise<StreamableFile> {
    const where = { ...(siteId && { siteId }), ...(unitId && { unitId }) };
    const devices: SiteDevice[] = [];
    let cursor: string | null = null;
    do {
      const page: DevicePage = await this.equipment.list(
        { ...where, limit: 200, ...(cursor !== null && { cursor }) },
        caller,
      );
      devices.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && devices.length < mostLabels);
    return this.file(devices.slice(0, mostLabels), 'tem-thiet-bi.pdf');
  }

  @Route.get<DeviceRef, SiteDevice, StreamableFile>(
    'devices/:deviceId/label.pdf',
    Equipment.find,
    reading,
    'Tem QR của một thiết bị · One label',
    { download: [pdf] },
  )
  async single(input: DeviceRef, caller: Caller): Promise<StreamableFile> {
    const device = await this.equipment.find(input, caller);
    return this.file([device], `tem-${device.code}.pdf`);
  }

  private async file(devices: readonly SiteDevice[], name: string): Promise<StreamableFile> {
    const { labelsPdf } = await import('./labels-pdf.js');
    const stream = labelsPdf(devices, this.config.publicUrl);
    return new StreamableFile(stream, { type: pdf, disposition: `attachment; filename="${name}"` });
  }
}
