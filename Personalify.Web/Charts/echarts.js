// The parts of ECharts that js/charts.js draws with; what is not named here is not served. The build makes lib/echarts.js of it.
import { use } from 'echarts/core';
import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { getInstanceByDom, init } from 'echarts/core';
