import { createLatencyCalibration } from 'react-readalong';

/** Silent until it is started, which needs somebody who taps. */
export default function calibrate() {
  const calibration = createLatencyCalibration({ needed: 8 });
  return calibration.getSnapshot();
}
