export { activateLogging, logLevelOption } from './activation';
