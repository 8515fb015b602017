import { Device } from 'mediasoup-client';

/** The device of the browser this runs in. @throws when the browser has no WebRTC that mediasoup-client knows */
export const browserDevice = (): Promise<Device> => Device.factory();
