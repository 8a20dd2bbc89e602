export { activateTrust, trustOption } from './activation';
